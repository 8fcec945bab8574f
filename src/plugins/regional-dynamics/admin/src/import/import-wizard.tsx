import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import {
  type FileDescription,
  type ImportJob,
  type PostImportPreview,
  VINTAGE,
} from '../../../shared/data-contracts';
import { EDIT_DATA } from '../../../shared/permissions';
import { SelectField, TextField } from '../components/fields';
import { Notice } from '../components/notice';
import { HOME } from '../constants';
import { useErrorText } from '../use-error-text';
import { useText } from '../use-text';
import {
  useGetIndicatorsQuery,
  useInspectFileMutation,
  usePreviewImportMutation,
  useStartImportMutation,
} from '../workbench-api';
import { FileChoice } from './file-choice';
import { importForm, openDimensions } from './import-form';
import { ImportProgress } from './import-progress';
import { PreviewReport } from './preview-report';

type Chosen = { file: File; description: FileDescription };
type Pins = Record<string, string>;

const today = () => new Date().toISOString().slice(0, 10);

const Wizard = () => {
  const text = useText();
  const errorText = useErrorText();
  const { locale } = useIntl();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [indicator, setIndicator] = useState<string | null>(null);
  const [pins, setPins] = useState<Pins>({});
  const [vintage, setVintage] = useState(today);
  const [preview, setPreview] = useState<PostImportPreview['data'] | null>(null);
  const [job, setJob] = useState<ImportJob | null>(null);
  const { data: indicators } = useGetIndicatorsQuery({ search: '', page: 1, locale });
  const [inspect, inspecting] = useInspectFileMutation();
  const [look, looking] = usePreviewImportMutation();
  const [start, starting] = useStartImportMutation();

  const choose = async (file: File) => {
    setChosen(null);
    setPreview(null);
    setRefusal(null);
    setPins({});
    const form = new FormData();
    form.append('files', file);
    const answer = await inspect({ form, locale });
    if ('error' in answer) setRefusal(errorText(answer.error));
    else if (answer.data.kind === 'unreadable') {
      setRefusal(text('import.unreadable', { file: file.name, message: answer.data.message }));
    } else setChosen({ file, description: answer.data });
  };
  /** What is chosen anew makes the preview one of something else. */
  const changed = (change: () => void) => {
    setPreview(null);
    change();
  };
  const formOf = ({ file }: Chosen) => importForm({ file, indicator, pins, vintage });
  const showPreview = async (given: Chosen) => {
    setRefusal(null);
    const answer = await look({ form: formOf(given), locale });
    if ('error' in answer) setRefusal(errorText(answer.error));
    else setPreview(answer.data);
  };
  const load = async (given: Chosen) => {
    setRefusal(null);
    const answer = await start({ form: formOf(given), locale });
    if ('error' in answer) setRefusal(errorText(answer.error));
    else setJob(answer.data);
  };
  const again = () => {
    setJob(null);
    setPreview(null);
    setChosen(null);
  };

  if (job) {
    const { created = 0, updated = 0, unchanged = 0 } = preview?.report ?? {};
    return <ImportProgress job={job} total={created + updated + unchanged} onAgain={again} />;
  }
  const open = chosen ? openDimensions(chosen.description) : [];
  const needsIndicator = chosen !== null && !chosen.description.namesIndicator;
  const isVintage = VINTAGE.test(vintage.trim());
  const isReady =
    chosen !== null &&
    isVintage &&
    (!needsIndicator || indicator !== null) &&
    open.every(({ name }) => pins[name] !== undefined);
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <FileChoice file={chosen?.file ?? null} isReading={inspecting.isLoading} onChoose={choose} />
      {refusal !== null && <Notice variant="danger">{refusal}</Notice>}
      {chosen && (
        <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography variant="delta" tag="h3">
              {text('import.series')}
            </Typography>
            <Typography textColor="neutral600">
              {text(`import.format.${chosen.description.format}`)}
            </Typography>
            <Flex gap={4} alignItems="flex-start" wrap="wrap">
              {needsIndicator && (
                <Box width="32rem">
                  <SelectField
                    label={text('import.indicator')}
                    hint={text('import.indicatorHint')}
                    value={indicator}
                    placeholder={text('choose')}
                    options={(indicators?.data ?? []).map(({ code, name }) => ({
                      value: code,
                      label: `${name} (${code})`,
                    }))}
                    onChange={(code) => changed(() => setIndicator(code))}
                  />
                </Box>
              )}
              {open.map(({ name, values, hasMore }) => (
                <Box key={name} width="24rem">
                  {hasMore ? (
                    <TextField
                      label={name}
                      value={pins[name] ?? ''}
                      onChange={(value) => changed(() => setPins({ ...pins, [name]: value }))}
                    />
                  ) : (
                    <SelectField
                      label={name}
                      value={pins[name] ?? null}
                      placeholder={text('choose')}
                      options={values.map((value) => ({ value, label: value }))}
                      onChange={(value) => changed(() => setPins({ ...pins, [name]: value }))}
                    />
                  )}
                </Box>
              ))}
              <Box width="24rem">
                <TextField
                  label={text('import.vintage')}
                  hint={text('import.vintageHint')}
                  error={
                    vintage.trim() === '' || isVintage ? undefined : text('import.vintageRule')
                  }
                  value={vintage}
                  onChange={(value) => changed(() => setVintage(value))}
                />
              </Box>
            </Flex>
            <Flex justifyContent="flex-end">
              <Button
                variant={preview ? 'secondary' : 'default'}
                disabled={!isReady}
                loading={looking.isLoading}
                onClick={() => showPreview(chosen)}
              >
                {text('import.preview')}
              </Button>
            </Flex>
          </Flex>
        </Box>
      )}
      {chosen && preview && (
        <PreviewReport {...preview} isStarting={starting.isLoading} onLoad={() => load(chosen)} />
      )}
    </Flex>
  );
};

/** File, series, preview, load: nothing is written before the last step. */
export const ImportWizard = () => {
  const text = useText();
  return (
    <Page.Protect permissions={[{ action: EDIT_DATA, subject: null }]}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Link to={`${HOME}/data`}>
          <Typography textColor="primary600">{text('data.back')}</Typography>
        </Link>
        <Typography variant="beta" tag="h2">
          {text('import.title')}
        </Typography>
        <Wizard />
      </Flex>
    </Page.Protect>
  );
};
