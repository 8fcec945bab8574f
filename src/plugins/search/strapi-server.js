module.exports = require('../../../dist/src/plugins/search/server/src');
