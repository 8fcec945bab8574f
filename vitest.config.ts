import { sortBy } from 'lodash';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import type { TestSpecification } from 'vitest/node';

/** They take minutes: begun last, they would run alone while a core idles. */
const LONGEST = ['access-fuzz.test.ts', 'seeds.test.ts'];

/** Imported late: a configuration that is CommonJS cannot require what vitest has for Node. */
const longestFirst = async () => {
  const { BaseSequencer } = await import('vitest/node');
  return class LongestFirst extends BaseSequencer {
    override async sort(files: TestSpecification[]) {
      const isLongest = ({ moduleId }: TestSpecification) =>
        LONGEST.some((name) => moduleId.endsWith(`/${name}`));
      return sortBy(await super.sort(files), (file) => (isLongest(file) ? 0 : 1));
    }
  };
};

const integration = (database: 'sqlite' | 'postgres') => ({
  extends: true as const,
  test: {
    name: database,
    include: ['test/integration/**/*.test.ts'],
    env: { TEST_DATABASE: database },
    globalSetup: [`test/support/setup-${database}.ts`],
  },
});

export default defineConfig(
  async (): Promise<ViteUserConfig> => ({
    test: {
      pool: 'forks',
      sequence: { sequencer: await longestFirst() },
      poolOptions: { forks: { maxForks: 2, minForks: 1 } },
      testTimeout: 60_000,
      hookTimeout: 120_000,
      projects: [
        {
          extends: true,
          test: { name: 'unit', include: ['{src,config,test/bench}/**/*.test.ts'] },
        },
        integration('sqlite'),
        integration('postgres'),
        {
          extends: true,
          test: {
            name: 'browser',
            include: ['test/browser/**/*.test.ts'],
            globalSetup: ['test/support/setup-demo.ts'],
            testTimeout: 180_000,
          },
        },
      ],
    },
  }),
);
