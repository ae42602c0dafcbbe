package dev.cartwright.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cartwright.http.Call;
import dev.cartwright.testing.GuardedProfile;
import dev.cartwright.testing.SecurityCases;
import dev.cartwright.testing.ShopServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SecurityCases("Browsers, pages and origins")
@QuarkusTest
@TestProfile(GuardedProfile.class)
@WithTestResource(ShopServers.class)
class PagesTest {

    @ParameterizedTest
    @CsvSource({"/shop,text/html", "/shop/,text/html", "/shop/index.html,text/html", "/shop/shop.css,text/css",
            "/shop/shop.js,text/javascript", "/shop/products/teapot.svg,image/svg+xml",
            "/dashboard,text/html", "/dashboard/,text/html", "/dashboard/dashboard.css,text/css",
            "/dashboard/elements/service-list.js,text/javascript",
            "/dashboard/vendor/uplot-1.6.32/uPlot.iife.min.js,text/javascript",
            "/rules,text/html", "/rules/,text/html", "/rules/rules.css,text/css", "/rules/rules.js,text/javascript",
            "/cartwright.js,text/javascript", "/cartwright/outbox.js,text/javascript",
            "/cartwright/socket.js,text/javascript", "/cartwright.d.ts,text/plain;charset=UTF-8",
            "/dashboard/runbooks/redis-away.md,text/plain;charset=UTF-8", "/pages/drawing.js,text/javascript",
            "/pages/page.css,text/css"})
    void page_and_its_parts_are_anybodys(String path, String type) {
        var answer = Call.get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith(type);
        assertThat(answer.text()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shop", "/shop/", "/shop/shop.js", "/shop/products/teapot.svg", "/dashboard", "/dashboard/",
            "/dashboard/dashboard.js", "/pages/drawing.js", "/pages/page.css", "/dashboard/runbooks/redis-away.md", "/rules",
            "/rules/rules.js", "/cartwright.js", "/cartwright.d.ts"})
    void page_may_load_from_here_and_run_nothing_inline(String path) {
        var answer = Call.get(path);
        assertThat(answer.response().headers().allValues("content-security-policy")).containsExactly(Pages.POLICY);
        assertThat(Pages.POLICY).contains("default-src 'self'", "frame-ancestors 'none'").doesNotContain("unsafe");
        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.header("x-frame-options")).isEqualTo("DENY");
        assertThat(answer.header("cache-control")).isEqualTo("public, max-age=60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shop", "/dashboard", "/rules"})
    void page_has_no_inline_script_or_style(String path) {
        assertThat(Call.get(path).text()).doesNotContainPattern("<script(?![^>]* src=)|<style|\\sstyle=|\\son\\w+=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shop/none.js", "/shop/products/", "/shop/../application.properties", "/cartwright/none.js",
            "/dashboard/none.js", "/dashboard/runbooks/", "/dashboard/runbooks/none.md",
            "/shop/%2e%2e/%2e%2e/application.properties", "/shop/..%2f..%2fapplication.properties"})
    void path_below_a_page_that_is_no_file_shows_nothing(String path) {
        assertThat(Call.get(path).status()).isIn(401, 404);
    }

    @Test
    void page_takes_nothing() {
        assertThat(Call.json("/shop", "application/json", "{}").send().status()).isIn(404, 405);
    }
}
