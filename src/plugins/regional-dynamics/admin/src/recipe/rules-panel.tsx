import { Flex } from '@strapi/design-system';
import { AggregationRules } from './rules/aggregation-rules';
import { ImputationRules } from './rules/imputation-rules';
import { NormalisationRules } from './rules/normalisation-rules';
import { TreatmentRules } from './rules/treatment-rules';
import { UncertaintyRules } from './rules/uncertainty-rules';

/** All of a recipe but its tree and its indicators. */
export const RulesPanel = () => (
  <Flex direction="column" alignItems="stretch" gap={5}>
    <AggregationRules />
    <NormalisationRules />
    <ImputationRules />
    <TreatmentRules />
    <UncertaintyRules />
  </Flex>
);
