import { Module } from '@nestjs/common';
import { Directory } from './directory.js';
import { ElsewhereResolver } from './elsewhere.resolver.js';

/** What cities of one installation learn of each other: that a paper or a subject is claimed for elsewhere too. */
@Module({ providers: [Directory, ElsewhereResolver] })
export class DirectoryModule {}
