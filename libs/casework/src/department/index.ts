export {
  decideDepartmentAnswer,
  decideDepartmentProposal,
  departmentAgreementRefusal,
  type AnswerDepartmentChange,
  type ProposeDepartmentChange,
} from './decide-department.js';
export {
  agreedChanges,
  evolveDepartmentBook,
  foldDepartments,
  initialDepartmentBook,
  type DepartmentBook,
  type DepartmentProposal,
} from './department-book.js';
export {
  DEPARTMENT_CHANGES,
  type DepartmentChange,
  type DepartmentChangeKind,
  type DepartmentEvent,
} from './department-event.js';
