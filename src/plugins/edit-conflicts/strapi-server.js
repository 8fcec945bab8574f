module.exports = require('../../../dist/src/plugins/edit-conflicts/server/src');
