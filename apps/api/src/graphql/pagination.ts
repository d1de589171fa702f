import { type Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { KeysetOrder, KeysetPage } from '../database/keyset.js';
import { AsOf } from '../log/as-of.input.js';
import type { At } from '../log/at.js';
import { cursorOf, parseCursor } from './parse-cursor.js';
import { badInput } from './errors.js';

/** Most nodes of one page. */
export const PAGE_SIZE_MAX = 100;
export const PAGE_SIZE_DEFAULT = 25;
/** A list is counted up to here: nobody pages further, and counting on would cost more than the page itself. */
export const COUNT_MAX = 10_000;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: `Nodes after \`after\`: at most ${PAGE_SIZE_MAX}, 25 if left out.` })
  first?: number;

  @Field(() => String, { nullable: true, description: 'Cursor of the node after which the page begins.' })
  after?: string;

  @Field(() => Int, { nullable: true, description: `The last nodes before \`before\`, instead of the first ones.` })
  last?: number;

  @Field(() => String, { nullable: true, description: 'Cursor of the node before which the page ends.' })
  before?: string;
}

/** Of a list that is read from the log's tables. */
@ArgsType()
export class ListArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'A position of the log that the list has to hold, such as that of your last mutation: it is waited for, for a few seconds; after that the error is `TABLES_BEHIND`.',
  })
  atLeast?: string;

  @Field(() => AsOf, { nullable: true, description: 'The list as it was then; with a cursor, of the same position.' })
  asOf?: AsOf;
}

/** A page that was asked for, checked. */
export interface PageRequest extends KeysetPage {
  readonly order: KeysetOrder;
  /** What narrows the list: a cursor of one filter is none of another. */
  readonly filter: object;
}

/** Parses what a client asked for of a list in an order. @throws GraphQLError `BAD_USER_INPUT` */
export function pageRequest(args: PageArgs, order: KeysetOrder, filter: object = {}): PageRequest {
  const backward = args.last != null || args.before != null;
  if (backward && (args.first != null || args.after != null)) {
    throw badInput('first', {
      zh: '请用 first 与 after 向后翻页，或用 last 与 before 向前翻页，不要混用。',
      en: 'Page forward with first and after, or backward with last and before; do not mix them.',
    });
  }
  const size = (backward ? args.last : args.first) ?? PAGE_SIZE_DEFAULT;
  if (size < 1 || size > PAGE_SIZE_MAX) {
    throw badInput(backward ? 'last' : 'first', {
      zh: `每页请取 1 到 ${PAGE_SIZE_MAX} 条。`,
      en: `Ask for 1 to ${PAGE_SIZE_MAX} nodes a page.`,
    });
  }
  const cursor = backward ? args.before : args.after;
  const field = backward ? 'before' : 'after';
  return {
    order,
    filter,
    size,
    backward,
    cursor: cursor == null ? null : parseCursor(cursor, { order, filter }, field),
  };
}

@ObjectType({ description: 'Where a page lies in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether nodes follow it.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether nodes come before it.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of its first node; null when it is empty.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of its last node; null when it is empty.' })
  endCursor!: string | null;
}

/** Length of a list. */
export interface Count {
  readonly total: number;
  /** False when the list is longer than it was counted. */
  readonly isExact: boolean;
}

/** @param found rows of a list, which were counted up to `COUNT_MAX + 1`. */
export function counted(found: number): Count {
  return { total: Math.min(found, COUNT_MAX), isExact: found <= COUNT_MAX };
}

/** One page of a list, as a database query found it. */
export interface Page<Node> {
  readonly request: PageRequest;
  /** In the list's order, with one node too many (the farthest from the cursor) if there is more. */
  readonly found: readonly Node[];
  readonly keyOf: (node: Node) => readonly string[];
  /** Where of the tenant's log the list stands; null for one that is not made of the log. */
  readonly at: At | null;
  /** Counts the list; runs only when the client asks. */
  readonly count: () => Promise<Count>;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** A page as GraphQL shows it. */
export interface Connection<Node> {
  readonly edges: Edge<Node>[];
  readonly nodes: Node[];
  readonly pageInfo: PageInfo;
  readonly totalCount: Promise<number>;
  readonly totalIsExact: Promise<boolean>;
  readonly position: string;
  readonly isComplete: boolean | Promise<boolean>;
}

/** The GraphQL type of a page of `node`: `@ObjectType() class ClaimConnection extends connectionOf(Claim) {}`. */
export function connectionOf<Node extends object>(node: Type<Node>, name: string): Type<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: 'A node with its place in the list.' })
  class EdgeType implements Edge<Node> {
    @Field(() => String, { description: 'Its place, to page on from.' })
    cursor!: string;

    @Field(() => node, { description: 'What stands there.' })
    node!: Node;
  }

  @ObjectType({ isAbstract: true })
  class ConnectionType implements Connection<Node> {
    @Field(() => [EdgeType], { description: 'The nodes of the page, each with its cursor.' })
    edges!: EdgeType[];

    @Field(() => [node], { description: 'The nodes of the page.' })
    nodes!: Node[];

    @Field(() => PageInfo, { description: 'Where the page lies.' })
    pageInfo!: PageInfo;

    @Field(() => Int, {
      description: `Length of the list: exact where a tally knows it, and else counted up to ${COUNT_MAX}.`,
    })
    totalCount!: Promise<number>;

    @Field(() => Boolean, { description: 'False when the list is longer than it was counted.' })
    totalIsExact!: Promise<boolean>;

    @Field(() => String, {
      description:
        'Position of the log up to which the answer holds everything, and beyond which nothing; its cursors go on there. 0 for a list that is not made of the log.',
    })
    position!: string;

    @Field(() => Boolean, {
      description: 'False when records of your city are set aside: the list may lack rows, or show them as they were.',
    })
    isComplete!: boolean | Promise<boolean>;
  }
  return ConnectionType;
}

/** Makes a page into a connection. */
export function toConnection<Row, Node>(page: Page<Row>, toNode: (row: Row) => Node): Connection<Node> {
  const { size, backward, cursor } = page.request;
  const more = page.found.length > size;
  const rows = backward ? page.found.slice(-size) : page.found.slice(0, size);
  const edges = rows.map((row) => ({ cursor: cursorOf(page.request, page.at, page.keyOf(row)), node: toNode(row) }));
  let length: Promise<Count> | null = null;
  const count = (): Promise<Count> => (length ??= page.count());
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: backward ? cursor !== null : more,
      hasPreviousPage: backward ? more : cursor !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    position: page.at?.position.toString() ?? '0',
    // Getters: a list is counted only for those who want to know.
    get isComplete() {
      return page.at?.isComplete ?? true;
    },
    get totalCount() {
      return count().then(({ total }) => total);
    },
    get totalIsExact() {
      return count().then(({ isExact }) => isExact);
    },
  };
}
