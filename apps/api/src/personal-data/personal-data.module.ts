import { Module } from '@nestjs/common';
import { AbandonedRows } from './abandoned-rows.js';
import { EarlierRows } from './earlier-rows.js';

/** Whole account numbers and contacts, kept beside the log and on record in it: those of before, and those without one. */
@Module({ providers: [EarlierRows, AbandonedRows] })
export class PersonalDataModule {}
