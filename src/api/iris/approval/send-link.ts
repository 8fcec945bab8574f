import type { Core } from '@strapi/strapi';
import type { Asked } from './ask-approval';
import { TEXTS } from './texts';

/**
 * Sends the link to the owner, in the owner's language.
 * @returns whether it was sent; the link works all the same, so an editor may pass it on
 */
export const sendLink = async ({
  strapi,
  asked,
  link,
  to,
}: {
  strapi: Core.Strapi;
  asked: Asked;
  link: string;
  to: string;
}): Promise<boolean> => {
  const { subject, text } = TEXTS[asked.language].mail;
  const day = new Intl.DateTimeFormat(asked.language, { dateStyle: 'long' }).format(
    asked.expiresAt,
  );
  const fill = (sentence: string): string =>
    sentence.replace(
      /\{(title|link|day)\}/g,
      (_, key: 'title' | 'link' | 'day') => ({ title: asked.title, link, day })[key],
    );
  try {
    await strapi
      .plugin('email')
      .service('email')
      .send({
        to,
        subject: fill(subject).replace(/\s+/g, ' '),
        text: fill(text),
      });
    return true;
  } catch (error) {
    // The provider's message may quote what it was to send, and with it the link.
    const name = error instanceof Error ? error.name : 'Error';
    strapi.log.error(`The e-mail that asks for an owner's approval could not be sent (${name}).`);
    return false;
  }
};
