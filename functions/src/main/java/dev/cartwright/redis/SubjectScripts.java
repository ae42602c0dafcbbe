package dev.cartwright.redis;

/**
 * What happens to a subject's key in one step: a hash of {@code t} token, {@code s} state, {@code r} run of the server
 * that it was written to, and for each pending position {@code p:<position>} the milliseconds, by the server's clock,
 * when it was registered.
 */
final class SubjectScripts {

    /** ARGV: a token and a life in milliseconds for a placeholder; then {@code p:<position>} of each pending one. */
    static final Script LOAD = Script.of("""
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local fields = redis.call('HGETALL', KEYS[1])
            local loaded = {ARGV[1], '', ''}
            for i = 1, #fields, 2 do
              local name, value = fields[i], fields[i + 1]
              if name == 't' then loaded[1] = value
              elseif name == 's' then loaded[2] = value
              elseif name == 'r' then loaded[3] = value
              else
                loaded[#loaded + 1] = name
                loaded[#loaded + 1] = now - value
              end
            end
            if #fields == 0 then
              redis.call('HSET', KEYS[1], 't', ARGV[1])
              redis.call('PEXPIRE', KEYS[1], ARGV[2])
            end
            for i = 3, #ARGV do
              redis.call('HSET', KEYS[1], ARGV[i], now)
            end
            return loaded
            """);

    /** ARGV: expected token, new token, state, run, {@code p:} or nothing to register; then {@code p:<position>} of each settled one. */
    static final Script COMPARE_AND_SET = Script.of("""
            if redis.call('HGET', KEYS[1], 't') ~= ARGV[1] then
              return 0
            end
            redis.call('HSET', KEYS[1], 't', ARGV[2], 's', ARGV[3], 'r', ARGV[4])
            redis.call('PERSIST', KEYS[1])
            for i = 6, #ARGV do
              redis.call('HDEL', KEYS[1], ARGV[i])
            end
            if ARGV[5] ~= '' then
              local time = redis.call('TIME')
              redis.call('HSET', KEYS[1], ARGV[5], time[1] * 1000 + math.floor(time[2] / 1000))
            end
            return 1
            """);

    private SubjectScripts() {}
}
