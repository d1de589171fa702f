import { type RefObject, useEffect, useRef } from 'react';
import { useListContext } from 'react-admin';

/**
 * Gives the boxes by which lines are selected their labels: react-admin 5.15 sets them on what stands around the box, where
 * MUI 9 leaves them, and a screen reader does not find them.
 */
export function useLabelledBoxes(): RefObject<HTMLDivElement | null> {
  const { data } = useListContext();
  const table = useRef<HTMLDivElement>(null);
  useEffect(() => {
    for (const around of table.current?.querySelectorAll('span.select-item[aria-label]') ?? []) {
      around.querySelector('input')?.setAttribute('aria-label', around.getAttribute('aria-label') ?? '');
      around.removeAttribute('aria-label');
    }
  }, [data]);
  return table;
}
