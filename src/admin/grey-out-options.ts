const DISABLED = ':is([role="option"], [role="menuitem"])[aria-disabled="true"]';

/**
 * Draws in grey what cannot be chosen in a menu: the design system draws it like what can. In the
 * menu of languages these are the versions that the role may not create, in an entry's menu what it
 * may not do.
 */
export const greyOutOptions = (): void => {
  const style = document.createElement('style');
  style.textContent = `${DISABLED} { opacity: 0.45; }`;
  document.head.append(style);
};
