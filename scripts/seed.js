require('../dist/src/seed/main.js');
