import type { Core } from '@strapi/strapi';
import { describe, expect, it, vi } from 'vitest';
import { rememberAbilities } from './remember-abilities';

const engineWith = (generateAbility: (permissions: unknown[]) => Promise<unknown>) => {
  const engine = { generateAbility };
  rememberAbilities({
    strapi: { contentAPI: { permissions: { engine } } } as unknown as Core.Strapi,
  });
  return engine;
};

describe('rememberAbilities', () => {
  it('makes one ability for the same actions, another for others', async () => {
    const made = vi.fn(async (permissions: unknown[]) => ({ permissions }));
    const engine = engineWith(made);
    const first = await engine.generateAbility([{ action: 'a' }, { action: 'b' }]);
    expect(await engine.generateAbility([{ action: 'a' }, { action: 'b' }])).toBe(first);
    expect(await engine.generateAbility([{ action: 'a' }])).not.toBe(first);
    expect(made).toHaveBeenCalledTimes(2);
  });

  it('never remembers permissions with more than an action', async () => {
    const made = vi.fn(async (permissions: unknown[]) => ({ permissions }));
    const engine = engineWith(made);
    const conditional = [{ action: 'a', conditions: ['mine'] }];
    expect(await engine.generateAbility(conditional)).not.toBe(
      await engine.generateAbility(conditional),
    );
  });

  it('forgets what failed', async () => {
    const made = vi.fn(async () => ({}));
    made.mockRejectedValueOnce(new Error('not yet'));
    const engine = engineWith(made);
    await expect(engine.generateAbility([{ action: 'a' }])).rejects.toThrow('not yet');
    await expect(engine.generateAbility([{ action: 'a' }])).resolves.toEqual({});
  });
});
