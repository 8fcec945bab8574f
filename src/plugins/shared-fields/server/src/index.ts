import { bootstrap } from './bootstrap';
import config from './config';
import { dependenciesOf } from './dependencies';
import { register } from './register';
import { createLinksService } from './services/links';
import { createLocksService } from './services/locks';

const services = {
  links: createLinksService({ dependencies: dependenciesOf }),
  locks: createLocksService({ dependencies: dependenciesOf }),
};

export default { config, register, bootstrap, services };
