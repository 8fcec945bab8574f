module.exports = require('../../../dist/src/plugins/access/server/src');
