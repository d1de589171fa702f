import type { Page } from 'playwright-core';

/**
 * The texts of a page that stick out of a box around them, so that they are cut off, can only be scrolled to, or lie upon
 * what stands beside them.
 */
export async function cutOffTexts(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(FIND_CUT_OFF);
}

/** Runs in the browser. */
const FIND_CUT_OFF = `(() => {
  const TOLERANCE_PX = 1;
  const found = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    if (text.textContent.trim() === '' || !isSeen(text.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const { left, right, width } = range.getBoundingClientRect();
    const isWithin = (box) => left >= box.left - TOLERANCE_PX && right <= box.right + TOLERANCE_PX;
    if (width > 0 && !boxesAround(text.parentElement).every(isWithin)) found.add(text.textContent);
  }
  return [...found];

  function isSeen(element) {
    const isShown = element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true });
    return isShown && element.closest('[aria-hidden="true"]') === null && getComputedStyle(element).clip === 'auto';
  }

  function boxesAround(element) {
    const { display, position } = getComputedStyle(element);
    const own = display === 'inline' || display === 'contents' ? [] : [element.getBoundingClientRect()];
    const isOutmost = position === 'fixed' || element.parentElement === null;
    return isOutmost ? own : [...own, ...boxesAround(element.parentElement)];
  }
})()`;
