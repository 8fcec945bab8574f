import { CheckField } from '../../components/fields';
import { useText } from '../../use-text';
import { DeskNumber } from '../desk-fields';
import type { DraftAggregation } from '../draft';
import { useDraftDesk } from '../draft-desk';
import { Cell, type Path } from './layout';

/** The floor that a kind has where the recipe names none. */
const FLOORS = { geometric: 1, harmonic: 1, generalised: null };

/** What children are raised to; without a floor a value that the mean cannot take ends the node. */
const FloorField = ({ path, kind }: { path: Path; kind: keyof typeof FLOORS }) => {
  const text = useText();
  const { valueAt, change } = useDraftDesk();
  const own = valueAt(path);
  const floor = own === undefined ? FLOORS[kind] : own;
  return (
    <>
      {floor !== null && (
        <Cell>
          <DeskNumber path={path} label="aggregation.floor" fallback={1} step={0.1} />
        </Cell>
      )}
      <CheckField
        label={text('aggregation.noFloor')}
        value={floor === null}
        onChange={(isNone) => change(path, isNone ? null : 1)}
      />
    </>
  );
};

/** What an aggregation of a kind is set by; nothing for an arithmetic mean. */
export const AggregationFields = ({
  path,
  kind,
}: {
  path: Path;
  kind: DraftAggregation['kind'];
}) => {
  switch (kind) {
    case 'geometric':
    case 'harmonic':
      return <FloorField path={[...path, 'floor']} kind={kind} />;
    case 'generalised':
      return (
        <>
          <Cell>
            <DeskNumber path={[...path, 'power']} label="aggregation.power" step={0.1} />
          </Cell>
          <FloorField path={[...path, 'floor']} kind={kind} />
        </>
      );
    case 'copeland':
      return (
        <Cell isWide>
          <DeskNumber
            path={[...path, 'minJointWeight']}
            label="aggregation.minJointWeight"
            fallback={0.5}
            step={0.05}
          />
        </Cell>
      );
    case 'arithmetic':
      return null;
  }
};
