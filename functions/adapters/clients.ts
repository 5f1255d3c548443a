import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** One client for each warm function, made at module scope so that connections are kept. */
export const dynamoClient = (): DynamoDBClient => new DynamoDBClient({});
