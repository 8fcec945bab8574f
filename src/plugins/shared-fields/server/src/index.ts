import { bootstrap } from './bootstrap';
import config from './config';
import { dependenciesOf } from './dependencies';
import { register } from './register';
import { createLinksService } from './services/links';
import { createLocksService } from './services/locks';
import { createPublicationService } from './services/publication';
import { createRefusalsService } from './services/refusals';

const services = {
  links: createLinksService({ dependencies: dependenciesOf }),
  publication: createPublicationService({ dependencies: dependenciesOf }),
  refusals: createRefusalsService,
  locks: createLocksService({ dependencies: dependenciesOf }),
};

export default { config, register, bootstrap, services };
