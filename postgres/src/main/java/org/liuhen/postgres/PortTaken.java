package org.liuhen.postgres;

/** Another program listens on the port. Nothing runs. */
public final class PortTaken extends PostgresFault {

    PortTaken(int port) {
        super("端口 " + port + " 已被其他程序占用。请换一个端口，或不指定端口由程序自选。",
            "Port " + port + " is taken by another program. Give another one, or none and let the program choose.");
    }
}
