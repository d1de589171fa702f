import { invalidInput, type FieldProblem } from '@duixian/casework';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { getNamedType, isUnionType, type GraphQLOutputType, type GraphQLResolveInfo } from 'graphql';
import { of, type Observable } from 'rxjs';
import { toRefusal } from '../refusal/to-refusal.js';
import { badArguments } from './bad-arguments.js';
import { parseArguments } from './parse-arguments.js';

/**
 * Parses the arguments of queries and mutations once, after the permission was found. What is wrong is an answer of
 * those mutations that can answer so (`InvalidInput`, which forms show by field), and else an error of the request.
 */
@Injectable()
export class ParseArguments implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<GqlContextType>() !== 'graphql') return next.handle();
    const graphql = GqlExecutionContext.create(context);
    const info = graphql.getInfo<GraphQLResolveInfo>();
    const field = info.parentType.getFields()[info.fieldName];
    if (field === undefined || field.args.length === 0) return next.handle();
    // The object belongs to this field alone, and the resolver's parameters are taken from it.
    const stated = graphql.getArgs<Record<string, unknown>>();
    const parsed = parseArguments(field, stated);
    if (parsed.ok) {
      Object.assign(stated, parsed.values);
      return next.handle();
    }
    if (!answersInvalidInput(info.returnType)) throw badArguments(parsed.problems);
    return of(toRefusal(invalidInput(parsed.problems.map(inForm))));
  }
}

function answersInvalidInput(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isUnionType(named) && named.getTypes().some(({ name }) => name === 'InvalidInput');
}

/** Forms know their fields without the name of the argument that holds them all. */
function inForm({ field, message }: FieldProblem): FieldProblem {
  return { field: field.replace(/^input\./, ''), message };
}
