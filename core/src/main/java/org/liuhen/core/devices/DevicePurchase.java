package org.liuhen.core.devices;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a device was bought. The program counts no money: the price is a text for the people who do.
 *
 * @param order number of the purchase
 * @param priceYuan at most two decimals, for example {@code 2380.00}
 * @param purpose what enforcement work it is for (执法用途)
 * @param standard the entry of the general office-equipment catalogue that it follows (通用办公设备); absent: it is in none
 */
public record DevicePurchase(
        LocalDate on, Optional<String> order, Optional<String> priceYuan, Optional<String> purpose, Optional<String> standard) {

    private static final Pattern YUAN = Pattern.compile("(0|[1-9][0-9]{0,9})(\\.[0-9]{1,2})?");

    /** Whether the text is an amount of yuan. */
    static boolean isYuan(String text) {
        return YUAN.matcher(text).matches();
    }
}
