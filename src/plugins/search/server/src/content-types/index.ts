import synonym from './synonym/schema.json';

export const contentTypes = { synonym: { schema: synonym } };
