import { createContext, type PropsWithChildren, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { type AsOf, asOfFrom } from './as-of.js';

interface AsOfState {
  /** As it stands in the address bar; null = the present. */
  text: string | null;
  asOf: AsOf | null;
  /** Goes to a state of the past, or back to the present. */
  lookAt: (text: string | null) => void;
}

const parameter = 'asOf';
const present: AsOfState = { text: null, asOf: null, lookAt: () => undefined };
const AsOfContext = createContext(present);

/**
 * Whether the present is shown, or the past: on every page, until one goes back. It stands in the address bar, so that a
 * link shows what its sender saw; pages that rewrite the address get it again.
 */
export function AsOfProvider({ children }: PropsWithChildren) {
  const location = useLocation();
  const navigate = useNavigate();
  const inAddress = new URLSearchParams(location.search).get(parameter);
  const [text, setText] = useState(inAddress);
  const latest = useRef({ location, text });
  useEffect(() => {
    latest.current = { location, text };
  });
  useEffect(() => {
    const { location: at, text: shown } = latest.current;
    if (inAddress !== null) setText(inAddress);
    else if (shown !== null) void navigate({ ...at, search: searchWith(at.search, shown) }, { replace: true });
  }, [location.key, inAddress, navigate]);
  const state = useMemo(
    () => ({
      text,
      asOf: text === null ? null : asOfFrom(text),
      lookAt: (next: string | null) => {
        const { location: at } = latest.current;
        latest.current = { location: at, text: next };
        setText(next);
        void navigate({ ...at, search: searchWith(at.search, next) });
      },
    }),
    [text, navigate],
  );
  return <AsOfContext.Provider value={state}>{children}</AsOfContext.Provider>;
}

export function useAsOf(): AsOfState {
  return useContext(AsOfContext);
}

function searchWith(search: string, text: string | null): string {
  const parameters = new URLSearchParams(search);
  if (text === null) parameters.delete(parameter);
  else parameters.set(parameter, text);
  return parameters.toString();
}
