package dev.cartwright.redis;

/**
 * What happens to a board without an end in one step: a sorted set of subjects by the time in milliseconds, negative
 * where the subject stands there no more: so it is known what was said before. The version of the state is the time's
 * fraction, and goes round: no two that meet are half a round apart. Behind all subjects are notes:
 * {@code !<run>#<rules>} where nothing is missing, and {@code ?<hash>#<making>} while the board is being made complete.
 */
final class EndlessScripts {

    /** ARGV: how long a score is kept, in milliseconds; how many are; then for each subject itself and its score. */
    static final Script PUT = Script.of("""
            local board = KEYS[1]
            local function knows_less(next, known)
              next, known = math.abs(next), math.abs(known)
              if math.floor(next) ~= math.floor(known) then return next < known end
              return (next - known) % 1 > 0.5
            end
            for i = 3, #ARGV, 2 do
              local known = redis.call('ZSCORE', board, ARGV[i])
              if not known or not knows_less(tonumber(ARGV[i + 1]), tonumber(known)) then
                redis.call('ZADD', board, ARGV[i + 1], ARGV[i])
              end
            end
            local oldest = redis.call('TIME')[1] * 1000 - ARGV[1]
            redis.call('ZREMRANGEBYSCORE', board, -oldest, oldest)
            redis.call('ZREMRANGEBYRANK', board, 0, -ARGV[2] - 1)
            redis.call('PEXPIRE', board, ARGV[1])
            return 1
            """);

    /** ARGV: since when; before when; how many are told by name. */
    static final Script READ = Script.of("""
            return {redis.call('ZRANGEBYSCORE', KEYS[1], 'inf', 'inf'),
              redis.call('ZCOUNT', KEYS[1], ARGV[1], '(' .. ARGV[2]),
              redis.call('ZRANGEBYSCORE', KEYS[1], ARGV[1], '(' .. ARGV[2], 'WITHSCORES', 'LIMIT', 0, ARGV[3])}
            """);

    /** ARGV: how long a score is kept, in milliseconds; {@code ?<hash>#} and the making. The last one counts. */
    static final Script BEGIN = Script.of("""
            for _, note in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], 'inf', 'inf')) do
              if string.sub(note, 1, #ARGV[2]) == ARGV[2] then
                redis.call('ZREM', KEYS[1], note)
              end
            end
            redis.call('ZADD', KEYS[1], 'inf', ARGV[2] .. ARGV[3])
            redis.call('PEXPIRE', KEYS[1], ARGV[1])
            return 1
            """);

    /** ARGV: how long a score is kept; the note of the making; {@code !<run>#} and the number of the rules. */
    static final Script COMPLETE = Script.of("""
            if redis.call('ZREM', KEYS[1], ARGV[2]) == 0 then
              return 0
            end
            local number = tonumber(ARGV[4])
            for _, note in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], 'inf', 'inf')) do
              if string.sub(note, 1, #ARGV[3]) == ARGV[3] then
                number = math.max(number, tonumber(string.sub(note, #ARGV[3] + 1)))
              end
              if string.sub(note, 1, 1) == '!' then
                redis.call('ZREM', KEYS[1], note)
              end
            end
            redis.call('ZADD', KEYS[1], 'inf', ARGV[3] .. string.format('%.0f', number))
            redis.call('PEXPIRE', KEYS[1], ARGV[1])
            return 1
            """);

    private EndlessScripts() {}
}
