const INPUT = 'input, textarea, button, [tabindex]';

const focusOn = (element: HTMLElement): void => {
  element.scrollIntoView({ block: 'center' });
  element.focus({ preventScroll: true });
};

const inputNamed = (name: string): HTMLElement | undefined => {
  const found = document.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`);
  return found?.offsetParent ? found : undefined;
};

/** An input below the label that says so: relations, files and texts with a toolbar have no name. */
const inputLabelled = (label: string): HTMLElement | undefined => {
  const labels = [...document.querySelectorAll<HTMLElement>('form label, main label')];
  const found = labels.find((one) => one.textContent?.replace(/\*$/, '').trim().startsWith(label));
  const id = found?.getAttribute('for');
  const named = id ? document.getElementById(id) : null;
  if (named?.offsetParent) return named;
  return found?.parentElement?.querySelector<HTMLElement>(INPUT) ?? found;
};

/**
 * Brings the field of a path into view and puts the cursor there: the input itself, or the
 * outermost one that shows, such as a list whose item is folded.
 * @param label that of the outermost field
 * @param fallback where the field's section stands
 */
export const goToField = ({
  path,
  label,
  fallback,
}: {
  path: readonly string[];
  label: string;
  fallback: HTMLElement | null;
}): void => {
  const names = path.map((_, index) => path.slice(0, path.length - index).join('.'));
  const element =
    names.map(inputNamed).find((input) => input !== undefined) ?? inputLabelled(label) ?? fallback;
  if (element) focusOn(element);
};
