/* link: the throughput of one TCP connection over loopback between two processes, in MB (10^6 bytes) per second. */
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const long total = 1L << 30;
static char block[256 << 10];

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void check(int result, const char *what)
{
    if (result < 0) {
        perror(what);
        exit(1);
    }
}

static int send_all(struct sockaddr_in *to)
{
    int to_parent = socket(AF_INET, SOCK_STREAM, 0);
    check(connect(to_parent, (struct sockaddr *)to, sizeof *to), "connect");
    for (long left = total; left > 0;) {
        ssize_t sent = write(to_parent, block, sizeof block);
        check((int)sent, "write");
        left -= sent;
    }
    return 0;
}

int main(void)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    int listening = socket(AF_INET, SOCK_STREAM, 0);
    check(bind(listening, (struct sockaddr *)&address, size), "bind");
    check(listen(listening, 1), "listen");
    check(getsockname(listening, (struct sockaddr *)&address, &size), "getsockname");
    if (fork() == 0)
        return send_all(&address);
    int from_child = accept(listening, NULL, NULL);
    check(from_child, "accept");
    double start = now();
    long received = 0;
    for (ssize_t got; (got = read(from_child, block, sizeof block)) > 0;)
        received += got;
    printf("%.0f\n", (double)received / 1e6 / (now() - start));
    wait(NULL);
    return 0;
}
