module.exports = require('../../../dist/src/plugins/regional-dynamics/server/src');
