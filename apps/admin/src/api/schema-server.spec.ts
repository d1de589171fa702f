import { readFileSync } from 'node:fs';
import { type IncomingMessage, type Server, createServer } from 'node:http';
import { buildSchema, graphql } from 'graphql';

const schema = buildSchema(readFileSync(new URL('../../../api/schema.graphql', import.meta.url), 'utf8'));

export interface Received {
  headers: IncomingMessage['headers'];
  operationName: string;
  variables: Record<string, unknown>;
  extensions?: Record<string, unknown>;
}

/** Serves the API's schema over HTTP with answers of the spec's own. */
export class SchemaServer {
  readonly received: Received[] = [];
  /** Requests to break off before they are answered, as a lost connection does. */
  lose = 0;
  /** Answers with neither data nor errors. */
  silent = false;
  /** What answers say beside their data. */
  extensions: Record<string, unknown> = {};

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(rootValue: object): Promise<SchemaServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const running = new SchemaServer(server, `http://127.0.0.1:${String(port)}/graphql`);
    server.on('request', (request, response) => {
      void read(request).then(async (body) => {
        const { query, ...received } = JSON.parse(body) as Received & { query: string };
        const { variables, operationName } = received;
        running.received.push({ ...received, headers: request.headers });
        if (running.lose > 0) {
          running.lose -= 1;
          request.socket.destroy();
          return;
        }
        const answer = await graphql({ schema, source: query, rootValue, variableValues: variables, operationName });
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(running.silent ? {} : { ...answer, extensions: running.extensions }));
      });
    });
    return running;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

async function read(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
