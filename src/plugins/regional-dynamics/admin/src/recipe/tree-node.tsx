import {
  Box,
  Button,
  Flex,
  IconButton,
  MenuItem,
  SimpleMenu,
  Typography,
} from '@strapi/design-system';
import { ArrowDown, ArrowUp, Trash } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { SelectField } from '../components/fields';
import { useText } from '../use-text';
import { codeOf, type DraftNode, isLeaf, recipePath, type TreePath } from './draft';
import { useDraftDesk } from './draft-desk';
import { LEVEL, NodeSettings } from './node-settings';
import {
  addIndicator,
  addNode,
  equalise,
  freeCode,
  leavesOf,
  moveBy,
  moveTo,
  nodesOf,
  removeAt,
  setWeight,
  weightOf,
} from './tree-edits';
import { useNodeName } from './use-node-name';
import { WeightSlider } from './weight-slider';

/** Weights of a node's children, the rest of a budget, and what moves them in the tree. */
const Children = ({ node, path }: { node: DraftNode; path: TreePath }) => {
  const text = useText();
  const { formatNumber } = useIntl();
  const { draft, edit, problemAt, nameOf: indicatorName } = useDraftDesk();
  const nameOf = useNodeName(indicatorName);
  const weighting = draft.weighting ?? 'given';
  const weights = node.children.map((child) => weightOf(child, weighting));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const most = weighting === 'budget' ? 100 : Math.max(10, ...weights);
  const rest = Math.round((100 - sum) * 1e6) / 1e6;
  const targets = nodesOf(draft.tree).map((one) => one.node);
  const problem = problemAt([...recipePath(path), 'children']);
  return (
    <>
      {weighting !== 'equal' && node.children.length > 1 && (
        <Flex justifyContent="space-between" gap={4}>
          <Typography
            role="status"
            textColor={weighting === 'budget' && rest !== 0 ? 'danger600' : 'neutral600'}
          >
            {weighting === 'budget'
              ? text('weight.rest', {
                  rest: formatNumber(rest),
                  isWhole: rest === 0 ? 'yes' : 'no',
                })
              : text('weight.relative')}
          </Typography>
          <Button
            size="S"
            variant="tertiary"
            onClick={() => edit(equalise(draft, path), 'equalise')}
          >
            {text('weight.equalise')}
          </Button>
        </Flex>
      )}
      {problem !== undefined && !(weighting === 'budget' && rest !== 0) && (
        <Typography textColor="danger600">{problem}</Typography>
      )}
      <Box tag="ul" style={{ listStyle: 'none' }}>
        {node.children.map((child, place) => {
          const at = [...path, place];
          const name = nameOf(child);
          const own = recipePath(at);
          const wrong = problemAt([...own, isLeaf(child) ? 'indicator' : 'code']);
          return (
            <Box tag="li" key={codeOf(child)} paddingTop={2} paddingBottom={2}>
              <Flex gap={3} wrap="wrap">
                <Box width="26rem">
                  <Typography fontWeight={isLeaf(child) ? 'regular' : 'bold'}>{name}</Typography>
                </Box>
                <Box flex="1" minWidth="22rem">
                  {weighting !== 'equal' && node.children.length > 1 && (
                    <WeightSlider
                      name={name}
                      weight={weights[place] ?? 0}
                      share={sum === 0 ? 0 : (weights[place] ?? 0) / sum}
                      most={most}
                      step={weighting === 'budget' ? 1 : 0.1}
                      onChange={(weight) =>
                        edit(setWeight(draft, at, weight), `weight ${at.join('.')}`)
                      }
                    />
                  )}
                </Box>
                <Flex gap={1}>
                  <IconButton
                    label={text('tree.up', { name })}
                    disabled={place === 0}
                    onClick={() => edit(moveBy(draft, at, -1), 'move')}
                  >
                    <ArrowUp />
                  </IconButton>
                  <IconButton
                    label={text('tree.down', { name })}
                    disabled={place === node.children.length - 1}
                    onClick={() => edit(moveBy(draft, at, 1), 'move')}
                  >
                    <ArrowDown />
                  </IconButton>
                  <SimpleMenu label={text('tree.move', { name })} size="S" variant="tertiary">
                    {targets
                      .filter(({ code }) => code !== node.code)
                      .map((target) => (
                        <MenuItem
                          key={target.code}
                          onSelect={() => edit(moveTo(draft, at, target.code), 'move')}
                        >
                          {text('tree.moveTo', { name: nameOf(target) })}
                        </MenuItem>
                      ))}
                  </SimpleMenu>
                  <IconButton
                    label={text('tree.remove', { name })}
                    onClick={() => edit(removeAt(draft, at), 'remove')}
                  >
                    <Trash />
                  </IconButton>
                </Flex>
              </Flex>
              {wrong !== undefined && <Typography textColor="danger600">{wrong}</Typography>}
              {!isLeaf(child) && (
                <Box paddingLeft={6} paddingTop={2}>
                  <TreeNode node={child} path={at} />
                </Box>
              )}
            </Box>
          );
        })}
      </Box>
    </>
  );
};

/** Puts a further indicator, or a new node, under a node. */
const Growth = ({ node, path }: { node: DraftNode; path: TreePath }) => {
  const text = useText();
  const { draft, edit, indicators } = useDraftDesk();
  const [chosen, setChosen] = useState<string | null>(null);
  const used = new Set(leavesOf(draft.tree));
  const unused = indicators.filter(({ code }) => !used.has(code));
  const indicator = unused.find(({ code }) => code === chosen);
  if (unused.length === 0) return null;
  const add = (next: typeof draft) => {
    edit(next, 'add');
    setChosen(null);
  };
  return (
    <Flex gap={2} alignItems="flex-end" wrap="wrap" paddingTop={2}>
      <Box width="26rem">
        <SelectField
          label={text('tree.addTo', { name: node.code })}
          value={indicator?.code ?? null}
          placeholder={text('choose')}
          options={unused.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
          onChange={setChosen}
        />
      </Box>
      <Button
        variant="secondary"
        disabled={!indicator}
        onClick={() => indicator && add(addIndicator(draft, path, indicator))}
      >
        {text('tree.addIndicator')}
      </Button>
      <Button
        variant="tertiary"
        disabled={!indicator}
        onClick={() =>
          indicator && add(addNode(draft, path, { code: freeCode(draft, 'node'), indicator }))
        }
      >
        {text('tree.addNode')}
      </Button>
    </Flex>
  );
};

/** A node: its settings, and what is under it. */
export const TreeNode = ({ node, path }: { node: DraftNode; path: TreePath }) => {
  const text = useText();
  const { problemAt } = useDraftDesk();
  const [isOpen, setOpen] = useState(false);
  const own = recipePath(path);
  const problem = problemAt([...own, 'code']);
  return (
    <Box borderColor="neutral150" hasRadius padding={4} background="neutral0">
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex justifyContent="space-between" gap={4}>
          <Typography variant="pi" textColor="neutral600">
            {text('tree.node', { code: node.code })} ·{' '}
            {text(`aggregation.${node.aggregation?.kind ?? LEVEL}`)}
          </Typography>
          <Button size="S" variant="ghost" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {text('tree.settings')}
          </Button>
        </Flex>
        {problem !== undefined && !isOpen && (
          <Typography textColor="danger600">{problem}</Typography>
        )}
        {isOpen && <NodeSettings node={node} path={path} />}
        <Children node={node} path={path} />
        <Growth node={node} path={path} />
      </Flex>
    </Box>
  );
};
