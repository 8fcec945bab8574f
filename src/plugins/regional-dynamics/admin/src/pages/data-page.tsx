import { Route, Routes } from 'react-router-dom';
import { ImportWizard } from '../import/import-wizard';
import { IndicatorList } from '../import/indicator-list';
import { ObservationList } from '../import/observation-list';

/** Indicators, their figures, and the import of more. */
export const DataPage = () => (
  <Routes>
    <Route index element={<IndicatorList />} />
    <Route path="import" element={<ImportWizard />} />
    <Route path="indicators/:code" element={<ObservationList />} />
  </Routes>
);
