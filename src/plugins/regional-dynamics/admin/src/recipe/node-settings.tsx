import { Box, Flex } from '@strapi/design-system';
import { LANGUAGES } from '../../../shared/languages';
import { CheckField, SelectField, TextField } from '../components/fields';
import { useText } from '../use-text';
import { type DraftNode, recipePath, type TreePath } from './draft';
import { useDraftDesk } from './draft-desk';
import { AGGREGATIONS, aggregationOf, optionsOf } from './kinds';
import { AggregationFields } from './rules/aggregation-fields';
import { Row } from './rules/layout';
import { ThresholdFields } from './rules/threshold-fields';
import { setNode } from './tree-edits';
import { useLanguageName } from './use-language-name';

/** Stands for the rule of the node's level. */
export const LEVEL = 'level';

const THRESHOLD: [number, number] = [2, 3];

/** How a node is called, how its children become one value, and when it has one. */
export const NodeSettings = ({ node, path }: { node: DraftNode; path: TreePath }) => {
  const text = useText();
  const { draft, edit, valueAt, problemAt } = useDraftDesk();
  const nameOf = useLanguageName();
  const own = recipePath(path);
  const languages = [...new Set([...LANGUAGES, ...Object.keys(node.names ?? {})])];
  const set = (change: Partial<DraftNode>, about: string) =>
    edit(setNode(draft, path, change), `${about} ${own.join('.')}`);
  const rename = (language: string, name: string) => {
    const { [language]: _, ...others } = node.names ?? {};
    const names = name === '' ? others : { ...others, [language]: name };
    set({ names }, `names ${language}`);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Row>
        <Box width="16rem">
          <TextField
            label={text('tree.code')}
            value={node.code}
            error={problemAt([...own, 'code'])}
            onChange={(code) => set({ code }, 'code')}
          />
        </Box>
        {languages.map((language) => (
          <Box key={language} width="22rem">
            <TextField
              label={text('tree.name', { language: nameOf(language) })}
              value={node.names?.[language] ?? ''}
              onChange={(name) => rename(language, name)}
            />
          </Box>
        ))}
      </Row>
      <Row>
        <Box width="24rem">
          <SelectField
            label={text('recipe.aggregation')}
            value={node.aggregation?.kind ?? LEVEL}
            options={optionsOf([LEVEL, ...AGGREGATIONS] as const, 'aggregation', text)}
            error={problemAt([...own, 'aggregation'])}
            onChange={(kind) =>
              set({ aggregation: kind === LEVEL ? undefined : aggregationOf(kind) }, 'aggregation')
            }
          />
        </Box>
        {node.aggregation && (
          <AggregationFields path={[...own, 'aggregation']} kind={node.aggregation.kind} />
        )}
      </Row>
      <Row>
        <CheckField
          label={text('tree.ownThreshold')}
          value={node.threshold !== undefined}
          onChange={(isOwn) =>
            set(
              {
                threshold: isOwn
                  ? ((valueAt(['threshold']) as [number, number] | undefined) ?? THRESHOLD)
                  : undefined,
              },
              'threshold',
            )
          }
        />
        {node.threshold && <ThresholdFields path={[...own, 'threshold']} />}
      </Row>
    </Flex>
  );
};
