package dev.cartwright.redis;

/**
 * What happens to a board in one step: a sorted set of {@code s<source>#<name>} with scores; for each source
 * {@code v<source>#<hash>} with the version of its state, by the hash of the rules that folded it, and
 * {@code r<source>} with the largest number of these rules; and, where nothing is missing, {@code !<run>} with the
 * number of the oldest rules: what tells that the board can be trusted is lost with the board.
 */
final class RankingScripts {

    /**
     * ARGV: until when the board is kept, in milliseconds; {@code !<run>} or nothing, and its number; then for each
     * source itself, number and hash of its rules, version, how many names, and score and name of each.
     */
    static final Script PUT = Script.of("""
            local board = KEYS[1]
            local time = redis.call('TIME')
            if tonumber(ARGV[1]) <= time[1] * 1000 + math.floor(time[2] / 1000) then
              redis.call('DEL', board)
              return 0
            end
            local function score(member)
              local found = redis.call('ZSCORE', board, member)
              return found and tonumber(found)
            end
            local function forget(prefix)
              for _, member in ipairs(redis.call('ZRANGE', board, 0, -1)) do
                if string.sub(member, 1, #prefix) == prefix then
                  redis.call('ZREM', board, member)
                end
              end
            end
            local i = 4
            while i <= #ARGV do
              local source, rules, hash, version, names = unpack(ARGV, i, i + 4)
              local latest, seen = score('r' .. source), score('v' .. source .. '#' .. hash)
              if seen and tonumber(version) >= seen or not seen and tonumber(rules) > (latest or -1) then
                if latest and not seen then
                  forget('s' .. source .. '#')
                  forget('v' .. source .. '#')
                end
                redis.call('ZADD', board, 'GT', rules, 'r' .. source)
                redis.call('ZADD', board, version, 'v' .. source .. '#' .. hash)
                for j = i + 5, i + 3 + 2 * names, 2 do
                  redis.call('ZADD', board, ARGV[j], 's' .. source .. '#' .. ARGV[j + 1])
                end
              end
              i = i + 5 + 2 * names
            end
            if ARGV[2] ~= '' then
              redis.call('ZADD', board, ARGV[3], ARGV[2])
            end
            redis.call('PEXPIREAT', board, ARGV[1])
            return 1
            """);

    static final Script READ = Script.of("""
            return redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
            """);

    private RankingScripts() {}
}
