import { z } from 'zod';
import { newCommandId } from './command-id.js';

const CHANNEL = 'duixian';

const said = z.discriminatedUnion('what', [
  /** Something was recorded from another tab. */
  z.object({ what: z.literal('recorded') }),
  /** A claim was opened in another tab: who has it too says so. */
  z.object({ what: z.literal('opened'), tab: z.string(), claim: z.string() }),
  z.object({ what: z.literal('open'), tab: z.string(), claim: z.string() }),
  z.object({ what: z.literal('closed'), tab: z.string(), claim: z.string() }),
]);
type Said = z.infer<typeof said>;

interface TabEvents {
  onRecorded: () => void;
  /** In how many other tabs the claim is open now. */
  onOthers: (count: number) => void;
}

/** Tells the other tabs of this browser that something was recorded. */
export function announceRecorded(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage({ what: 'recorded' } satisfies Said);
  channel.close();
}

/** Tells the other tabs that a claim is open here, and hears of them; gives the function that ends it. */
export function shareWithTabs(claim: string, { onRecorded, onOthers }: TabEvents): () => void {
  const tab = newCommandId();
  const others = new Set<string>();
  const channel = new BroadcastChannel(CHANNEL);
  const say = (what: 'opened' | 'open' | 'closed') => channel.postMessage({ what, tab, claim } satisfies Said);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const heard = said.safeParse(data).data;
    if (heard === undefined) return;
    if (heard.what === 'recorded') onRecorded();
    if (heard.what === 'recorded' || heard.claim !== claim) return;
    if (heard.what === 'closed') others.delete(heard.tab);
    else others.add(heard.tab);
    if (heard.what === 'opened') say('open');
    onOthers(others.size);
  };
  const leave = () => say('closed');
  say('opened');
  window.addEventListener('pagehide', leave);
  return () => {
    window.removeEventListener('pagehide', leave);
    leave();
    channel.close();
  };
}
