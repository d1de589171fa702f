import { Module } from '@nestjs/common';
import { DepartmentAnswer, departmentAnswers } from './department-answer.js';
import { DepartmentBooks } from './department-books.js';
import { DepartmentChangeList } from './department-change-list.js';
import { DepartmentChangesResolver } from './department-changes.resolver.js';
import { DepartmentRecords, ProposeDepartmentChangeHandler } from './department-steps.js';
import { DepartmentStepsResolver } from './department-steps.resolver.js';

/** 机构变更: what becomes of departments, from when. */
@Module({
  providers: [
    DepartmentBooks,
    DepartmentRecords,
    DepartmentChangeList,
    DepartmentChangesResolver,
    ProposeDepartmentChangeHandler,
    ...departmentAnswers.providers,
    DepartmentAnswer,
    DepartmentStepsResolver,
  ],
})
export class DepartmentModule {}
