import { Box, Flex, Link as TextLink, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { ApprovalOfInterview, GetApproval } from '../../api/iris/contracts';
import { useMay } from '../use-may';
import { useGetApprovalQuery } from './api';
import { AskButton } from './ask-button';
import { ASK_APPROVAL, INITIATIVE, INTERVIEW } from './constants';
import { useText } from './use-text';

const COLOURS: Partial<Record<ApprovalOfInterview['state'], string>> = {
  approved: 'success600',
  refused: 'danger600',
  withdrawn: 'danger600',
};

const State = ({ approval }: { approval: ApprovalOfInterview }) => {
  const { text, day } = useText();
  const { state, at, withdrawnAt, expiresAt, comment } = approval;
  const values = {
    by: approval.by ?? text('approval.owner'),
    day: day(state === 'asked' ? (expiresAt ?? '') : (at ?? '')),
    withdrawn: withdrawnAt ? day(withdrawnAt) : '',
  };
  const key =
    state === 'withdrawn' && withdrawnAt ? 'approval.withdrawnOn' : (`approval.${state}` as const);
  return (
    <Box>
      <Typography textColor={COLOURS[state] ?? 'neutral800'} data-approval={state}>
        {text(key, values)}
      </Typography>
      {state === 'refused' && comment ? (
        <Box paddingTop={2} paddingLeft={3} tag="blockquote">
          <Typography style={{ whiteSpace: 'pre-line' }}>{comment}</Typography>
        </Box>
      ) : null}
    </Box>
  );
};

const Interviews = ({ data, isOwn }: { data: GetApproval['data']; isOwn: boolean }) => {
  const { text, day } = useText();
  if (data.interviews.length === 0) {
    return <Typography textColor="neutral600">{text('approval.noInterview')}</Typography>;
  }
  return data.interviews.map((approval) => (
    <Box key={approval.interview}>
      {isOwn ? null : (
        <TextLink
          tag={Link}
          to={`/content-manager/collection-types/${INTERVIEW}/${approval.interview}`}
        >
          {[approval.reference ?? approval.interview, approval.date && day(approval.date)]
            .filter(Boolean)
            .join(' · ')}
        </TextLink>
      )}
      <State approval={approval} />
    </Box>
  ));
};

const Content = ({ model, documentId }: { model: string; documentId: string }) => {
  const { text, option } = useText();
  const may = useMay(ASK_APPROVAL, INTERVIEW);
  const isOwn = model === INTERVIEW;
  const { data, isError } = useGetApprovalQuery({
    kind: isOwn ? 'interview' : 'initiative',
    documentId,
  });
  if (isError) return <Typography role="alert">{text('approval.error')}</Typography>;
  if (!data) return null;
  const { initiative } = data;
  if (!initiative) {
    return <Typography textColor="neutral600">{text('approval.noInitiative')}</Typography>;
  }
  const [only] = data.interviews;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {initiative.quality ? (
        <Typography variant="pi" textColor="neutral600">
          {text('approval.quality', { quality: option(initiative.quality) })}
        </Typography>
      ) : null}
      <Interviews data={data} isOwn={isOwn} />
      {may && only && data.contact && only.state !== 'approved' ? (
        <AskButton approval={only} contact={data.contact} />
      ) : null}
    </Flex>
  );
};

/** Side panel of interviews and initiatives: how the owner's approval of the text stands. */
export const ApprovalPanel = ({ model, documentId }: { model: string; documentId?: string }) => {
  const { text } = useText();
  const mayRead = useMay('plugin::content-manager.explorer.read', INTERVIEW);
  if (model !== INTERVIEW && model !== INITIATIVE) return null;
  if (documentId === undefined || documentId === 'create' || !mayRead) return null;
  return {
    title: text('approval.title'),
    content: <Content model={model} documentId={documentId} />,
  };
};
