import type { SvgNode } from './document';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 has no way to write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text as it may stand in an SVG file, between tags and in attributes. */
const escapeXml = (text: string): string =>
  text.replace(UNWRITABLE, '').replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const ELEMENT = 1;
const TEXT = 3;

/**
 * An element as SVG text. Documents write HTML's way, where a file would not be XML: `&nbsp;` is
 * none of XML's entities, and numbers in French have such spaces.
 */
export const svgText = (node: SvgNode | SvgNode['childNodes'][number]): string => {
  if (node.nodeType === TEXT && 'nodeValue' in node) return escapeXml(node.nodeValue ?? '');
  if (node.nodeType !== ELEMENT || !('attributes' in node)) return '';
  const attributes = Array.from(
    node.attributes,
    ({ name, value }) => ` ${name}="${escapeXml(value)}"`,
  );
  const content = Array.from(node.childNodes, svgText).join('');
  const tag = `${node.localName}${attributes.join('')}`;
  return content === '' ? `<${tag}/>` : `<${tag}>${content}</${node.localName}>`;
};
