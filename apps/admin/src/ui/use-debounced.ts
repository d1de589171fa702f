import { useEffect, useState } from 'react';

/** The value once it has stood still for a while. Values are compared by their contents. */
export function useDebounced<Value>(value: Value, pauseMs: number): Value {
  const [settled, setSettled] = useState(value);
  const contents = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
    // Equal contents are the same value, however often the caller builds it anew.
  }, [contents, pauseMs]);
  return settled;
}
