module.exports = require('../../../dist/src/plugins/shared-fields/server/src');
