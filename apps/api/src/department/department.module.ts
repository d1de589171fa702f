import { Module } from '@nestjs/common';
import { DepartmentBooks } from './department-books.js';
import { DepartmentChangeList } from './department-change-list.js';
import { DepartmentChangesResolver } from './department-changes.resolver.js';
import {
  AnswerDepartmentChangeHandler,
  DepartmentRecords,
  ProposeDepartmentChangeHandler,
} from './department-steps.js';
import { DepartmentAnswer, DepartmentStepsResolver } from './department-steps.resolver.js';

/** 机构变更: what becomes of departments, from when. */
@Module({
  providers: [
    DepartmentBooks,
    DepartmentRecords,
    DepartmentChangeList,
    DepartmentChangesResolver,
    ProposeDepartmentChangeHandler,
    AnswerDepartmentChangeHandler,
    DepartmentAnswer,
    DepartmentStepsResolver,
  ],
})
export class DepartmentModule {}
