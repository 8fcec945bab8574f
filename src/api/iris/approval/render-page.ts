import { escape as escapeHtml } from 'lodash';
import type { TextPart } from './initiative-text';
import { renderMarkdown } from './render-markdown';
import type { ApprovalTexts, Language } from './texts';

/** What a page beside the form says: a heading and a sentence. */
export type Notice = 'approved' | 'refused' | 'gone' | 'busy' | 'invalid';

export type FormPage = {
  /** The language of the initiative's text. */
  textLanguage: string;
  parts: readonly TextPart[];
  /** Fingerprint of the text shown, sent back with the decision. */
  hash: string;
  /** What to tell above the text: the text has changed, or the comment is missing. */
  alert?: 'changed' | 'commentMissing' | 'commentTooLong';
  comment?: string;
};

/** Longest comment, in characters. */
export const COMMENT_LENGTH = 2000;

const frame = ({
  language,
  title,
  body,
}: {
  language: Language;
  title: string;
  body: string;
}): string => `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/approval.css">
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;

const words = (one: TextPart): string => {
  switch (one.kind) {
    case 'items':
      return `<ul>${one.items
        .map((item) => `<li>${item.map((text) => escapeHtml(text)).join('<br>')}</li>`)
        .join('')}</ul>`;
    case 'plain':
      return `<p>${escapeHtml(one.text).replaceAll('\n', '<br>')}</p>`;
    case 'markdown':
      return renderMarkdown(one.text);
  }
};

/** The page that shows the text and asks for the decision: plain HTML, no script, nothing to load but its style. */
export const renderForm = ({
  language,
  texts,
  page,
}: {
  language: Language;
  texts: ApprovalTexts;
  page: FormPage;
}): string => {
  const section = (one: TextPart): string => `<section>
<h2>${escapeHtml(texts.fields[one.field] ?? one.field)}</h2>
<div lang="${escapeHtml(page.textLanguage)}">${words(one)}</div>
</section>`;
  const alert = page.alert
    ? `<p class="alert" role="alert">${escapeHtml(texts.alerts[page.alert])}</p>`
    : '';
  return frame({
    language,
    title: texts.title,
    body: `<h1>${escapeHtml(texts.title)}</h1>
<p>${escapeHtml(texts.intro)}</p>
${alert}
<article>
${page.parts.map(section).join('\n')}
</article>
<form method="post" accept-charset="utf-8">
<input type="hidden" name="hash" value="${escapeHtml(page.hash)}">
<p><button type="submit" name="decision" value="approve">${escapeHtml(texts.approve)}</button></p>
<p><label for="comment">${escapeHtml(texts.comment)}</label>
<textarea id="comment" name="comment" rows="6" maxlength="${COMMENT_LENGTH}">${escapeHtml(page.comment ?? '')}</textarea></p>
<p><button type="submit" name="decision" value="changes" class="second">${escapeHtml(texts.changes)}</button></p>
</form>`,
  });
};

/** A page that only says something. */
export const renderNotice = ({
  language,
  texts,
  notice,
}: {
  language: Language;
  texts: ApprovalTexts;
  notice: Notice;
}): string => {
  const { title, text } = texts.notices[notice];
  return frame({
    language,
    title,
    body: `<h1>${escapeHtml(title)}</h1>\n<p>${escapeHtml(text)}</p>`,
  });
};
