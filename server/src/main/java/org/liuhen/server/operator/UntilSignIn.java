package org.liuhen.server.operator;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Denies everything but the ledger, as long as nothing else says who may do what. */
@Configuration(proxyBeanMethods = false)
class UntilSignIn {

    @Bean
    @ConditionalOnMissingBean(SecurityFilterChain.class)
    SecurityFilterChain nobody(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests
                .requestMatchers(EndpointRequest.toAnyEndpoint()).permitAll() // on the management port alone
                .requestMatchers("/ledger/**").permitAll()
.anyRequest().denyAll()).build();
    }
}
