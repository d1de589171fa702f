import type { Server } from 'node:http';
import type { Config } from '../config/config.js';
import { networkOf } from '../graphql/limits/budget.js';

/**
 * Bounds the connections that clients hold to this process: each may hold a request that is still to come. One address has
 * half of them at most, unless it is that of a proxy, behind which everybody is.
 */
export function limitConnections(server: Server, { httpConnections, trustProxy }: Config): void {
  server.maxConnections = httpConnections;
  if (trustProxy !== 0) return;
  const most = Math.ceil(httpConnections / 2);
  const held = new Map<string, number>();
  server.on('connection', (socket) => {
    const network = networkOf(socket.remoteAddress ?? '');
    const count = (held.get(network) ?? 0) + 1;
    if (count > most) {
      socket.destroy();
      return;
    }
    held.set(network, count);
    socket.once('close', () => {
      const left = (held.get(network) ?? 1) - 1;
      if (left === 0) held.delete(network);
      else held.set(network, left);
    });
  });
}
