import { ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../graphql/pagination.js';
import { User } from '../user.type.js';

@ObjectType()
export class UserConnection extends connectionOf(User, 'User') {}
