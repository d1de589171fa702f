import { ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../graphql/pagination.js';
import { User } from '../user.type.js';

@ObjectType({ description: 'A page of a list of officials.' })
export class UserConnection extends connectionOf(User, 'User') {}
