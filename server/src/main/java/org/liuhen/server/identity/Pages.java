package org.liuhen.server.identity;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The web pages: files of the program, the same for everybody. An address of a page ({@code /recordings/…}) gives the one page, which finds
 * its way itself; those under {@code /phone} give the officers' page, which is another one: a phone keeps it for use without network. Its
 * service worker lies at the root and is asked for again each time, as all that is not named by its content.
 */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

    private static final String FILES = "classpath:/META-INF/resources/";
    /** No page lies here: what is not found here is not found. */
    private static final Pattern NO_PAGE = Pattern.compile("(api|ledger|actuator|assets)(/.*)?|.*\\.[A-Za-z0-9]{1,12}");

    private static final Pattern PHONE = Pattern.compile("phone(/.*)?");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // named by their content, so they never change
        registry.addResourceHandler("/assets/**").addResourceLocations(FILES + "assets/").setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/", "/**").addResourceLocations(FILES).setCacheControl(CacheControl.noCache()).resourceChain(true).addResolver(new PageResolver());
    }

    private static final class PageResolver extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            var file = path.isEmpty() ? null : super.getResource(path, location);
            if (file != null || NO_PAGE.matcher(path).matches()) return file;
            if (path.equals("verify")) {
                var verify = super.getResource("verify.html", location);
                if (verify != null) return verify;
            }
            return super.getResource(PHONE.matcher(path).matches() ? "phone.html" : "index.html", location);
        }
    }
}
