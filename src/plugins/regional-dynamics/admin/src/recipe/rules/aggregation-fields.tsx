import { defaultFloor } from '../../../../shared/default-floor';
import { CheckField } from '../../components/fields';
import { useText } from '../../use-text';
import { DeskNumber } from '../desk-fields';
import type { DraftAggregation } from '../draft';
import { useDraftDesk } from '../draft-desk';
import { Cell, type Path } from './layout';

/** What children are raised to; without a floor a value that the mean cannot take ends the node. */
const FloorField = ({ path, hasDefault }: { path: Path; hasDefault: boolean }) => {
  const text = useText();
  const { valueAt, change } = useDraftDesk();
  const rule = (valueAt(['normalisation']) ?? { kind: 'goalposts' }) as { kind: string };
  const own = valueAt(path);
  const fallback = hasDefault ? defaultFloor(rule) : null;
  const floor = own === undefined ? fallback : own;
  return (
    <>
      {floor !== null && (
        <Cell>
          <DeskNumber
            path={path}
            label="aggregation.floor"
            {...(fallback === null ? {} : { fallback })}
            step={0.1}
          />
        </Cell>
      )}
      <CheckField
        label={text('aggregation.noFloor')}
        value={floor === null}
        onChange={(isNone) => change(path, isNone ? null : (fallback ?? 1))}
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
      return <FloorField path={[...path, 'floor']} hasDefault />;
    case 'generalised':
      return (
        <>
          <Cell>
            <DeskNumber path={[...path, 'power']} label="aggregation.power" step={0.1} />
          </Cell>
          <FloorField path={[...path, 'floor']} hasDefault={false} />
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
