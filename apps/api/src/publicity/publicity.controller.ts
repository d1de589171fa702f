import { Controller, Get, Ip, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Budgets, networkOf } from '../graphql/limits/budget.js';
import { Public } from '../identity/require-permission.js';
import { indexOf, PAGE_ENTRIES, pageOf, pagesOf, sentencePage, SHEET_ENTRIES, type PageAsked } from './public-page.js';
import type { PublicList } from './public-entry.js';
import { PublicLists } from './public-lists.js';

/** Pages that one network may look at in a minute; a budget of its own, of which no official's request takes anything. */
const PER_MINUTE = 120;
/** How long a browser, or whatever stands before the server, may keep a page. */
const CACHE_CONTROL = 'public, max-age=30';
const HTML = 'text/html; charset=utf-8';
const CITY = /^\d{6}$/u;

/** 公示: what is open to objections, for anybody, without sign-in and without a script. */
@Controller('publicity')
export class PublicityController {
  private readonly budgets = new Budgets(PER_MINUTE);

  constructor(private readonly lists: PublicLists) {}

  @Get()
  @Public()
  async index(@Ip() address: string, @Res() reply: FastifyReply): Promise<void> {
    if (this.isThrottled(address, reply)) return;
    const cities = await this.lists.cities();
    void reply.header('cache-control', CACHE_CONTROL).type(HTML).send(indexOf(cities));
  }

  /** The list, or where `.csv` stands behind the city's code, its file. */
  @Get(':city')
  @Public()
  async list(
    @Param('city') named: string,
    @Query('page') page: string | undefined,
    @Ip() address: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (this.isThrottled(address, reply)) return;
    const isFile = named.endsWith('.csv');
    const list = await this.found(isFile ? named.slice(0, -'.csv'.length) : named, reply);
    if (list === null) return;
    if (!isFile) sendPage(reply, list, page, false);
    else {
      const file = `publicity-${list.city}-${list.on}-${list.position}-${list.sha256.slice(0, 12)}.csv`;
      void reply
        .header('cache-control', CACHE_CONTROL)
        .header('content-disposition', `attachment; filename="${file}"`)
        .header('x-content-sha256', list.sha256)
        .type('text/csv; charset=utf-8')
        .send(list.csv);
    }
  }

  /** 公示表, as it is printed, stamped and put up. */
  @Get(':city/sheet')
  @Public()
  async sheet(
    @Param('city') city: string,
    @Query('page') page: string | undefined,
    @Ip() address: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (this.isThrottled(address, reply)) return;
    const list = await this.found(city, reply);
    if (list !== null) sendPage(reply, list, page, true);
  }

  private async found(city: string, reply: FastifyReply): Promise<PublicList | null> {
    const list = CITY.test(city) ? await this.lists.present(city) : null;
    if (list === null) sendMissing(reply);
    return list;
  }

  private isThrottled(address: string, reply: FastifyReply): boolean {
    const charge = this.budgets.charge(networkOf(address), 1);
    if (charge.granted) return false;
    void reply
      .code(429)
      .header('retry-after', String(charge.retryAfterS))
      .type(HTML)
      .send(sentencePage('访问过于频繁，请稍后再看。', 'Too many requests from your network: look again shortly.'));
    return true;
  }
}

function sendPage(reply: FastifyReply, list: PublicList, asked: string | undefined, isSheet: boolean): void {
  const pages = pagesOf(list, isSheet ? SHEET_ENTRIES : PAGE_ENTRIES);
  const page: PageAsked['page'] = /^[1-9]\d{0,5}$/u.test(asked ?? '1') ? Number(asked ?? '1') : 0;
  if (page < 1 || page > pages) sendMissing(reply);
  else void reply.header('cache-control', CACHE_CONTROL).type(HTML).send(pageOf(list, { page, isSheet }));
}

function sendMissing(reply: FastifyReply): void {
  void reply
    .code(404)
    .type(HTML)
    .send(sentencePage('没有这个公示页面，请从公示首页进入。', 'There is no such page: begin at /publicity.'));
}
