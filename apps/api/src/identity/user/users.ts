import { lookOf } from '@duixian/casework';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { UserEntity } from './user.entity.js';

/** Anything else is no user's id, and PostgreSQL would refuse to compare it. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The officials of a city, as their streams in the log have made them. */
@Injectable()
export class Users {
  constructor(@InjectRepository(UserEntity) private readonly users: Repository<UserEntity>) {}

  async find(tenant: string, id: string): Promise<UserEntity | null> {
    return UUID.test(id) ? this.users.findOneBy({ tenant, id }) : null;
  }

  /** Usernames of the city's other officials whose names look like this one. */
  async lookalikes(tenant: string, id: string, displayName: string): Promise<string[]> {
    const look = lookOf(displayName);
    const others = await this.users.find({
      where: { tenant },
      select: { id: true, username: true, displayName: true },
    });
    return others
      .filter((other) => other.id !== id && look !== null && lookOf(other.displayName) === look)
      .map(({ username }) => username);
  }
}
