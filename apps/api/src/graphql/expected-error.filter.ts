import { Catch } from '@nestjs/common';
import type { GqlExceptionFilter } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';

/** An error with a code is an answer to the client. Nest would write each into the log as a failure of ours. */
@Catch(GraphQLError)
export class ExpectedErrorFilter implements GqlExceptionFilter<GraphQLError, GraphQLError> {
  catch(error: GraphQLError): GraphQLError {
    return error;
  }
}
