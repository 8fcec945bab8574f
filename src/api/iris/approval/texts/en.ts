export default {
  title: 'Read and approve a monograph',
  intro:
    'This is the text that the observatory of digital territories (OTeN) has written from your interview. Nothing is decided until you choose one of the two buttons at the end of the page.',
  approve: 'I approve this text',
  changes: 'Ask for changes',
  comment: 'What should change (read by the editors only)',
  alerts: {
    changed:
      'The text has changed since this page was shown. Please read it again before you decide.',
    commentMissing: 'Please say in a few words what should change.',
    commentTooLong: 'Your message is too long: 2,000 characters at most.',
  },
  notices: {
    approved: {
      title: 'Thank you, your approval is recorded',
      text: 'You can close this page. If the editors change the text, your approval ends and they will ask you again.',
    },
    refused: {
      title: 'Thank you, your request is recorded',
      text: 'You can close this page. The editors will send you a new link when the text has been corrected.',
    },
    gone: {
      title: 'This link is not valid',
      text: 'It is incomplete, has been used already or has expired. Please ask the editors of the observatory for another one.',
    },
    busy: {
      title: 'Too many requests',
      text: 'Please try again in a few minutes. Nothing has been recorded.',
    },
    invalid: {
      title: 'Your answer could not be read',
      text: 'Nothing has been recorded. Please go back to the page before and try again.',
    },
  },
  mail: {
    subject: 'Your approval is asked for: {title}',
    text: 'Hello,\n\nThe monograph “{title}”, written from your interview, is ready. Please read it and tell us whether you approve the text:\n\n{link}\n\nThis link is for you alone, works once and is valid until {day}.\n\nThe editors of the observatory of digital territories (OTeN)\n',
  },
  fields: {
    title: 'Title',
    slug: 'End of the page’s address',
    strap: 'Strap line',
    summary: 'Summary',
    imageAlt: 'Description of the image',
    whyStopped: 'Why the initiative stopped',
    context: 'Context',
    problem: 'Problem',
    objectives: 'Objectives',
    solution: 'Solution',
    users: 'Users',
    participation: 'Participation',
    innovation: 'Innovation',
    organisation: 'Organisation of the project',
    costTexts: 'Costs',
    evidenceTexts: 'Measured results',
    challenges: 'Challenges',
    failures: 'Failures',
    conditionsForSuccess: 'Conditions for success',
    successFactors: 'Success factors',
    lessons: 'Lessons learnt',
    replicableComponentTexts: 'Replicable components',
    prerequisites: 'Prerequisites',
    transferCriterionTexts: 'Transfer criteria',
    attribution: 'Attribution',
  },
};
