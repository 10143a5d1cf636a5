/* Writes the bytes of every sample call to a file, which a test compares with the output of the C# encoders. */
#include "fake_guest.h"
#include "samples.h"

#include <stdio.h>

extern GLenum glGetError(void);

int main(int count, char **arguments)
{
    if (count != 2) {
        fprintf(stderr, "usage: write_samples FILE\n");
        return 2;
    }
    glGetError();
    fake_guest_open(512, NULL);
    vmgl_call_samples();
    fake_guest_flush();
    FILE *file = fopen(arguments[1], "wb");
    struct fake_guest *guest = fake_guest();
    if (!file || fwrite(guest->sent, 1, guest->sent_bytes, file) != guest->sent_bytes || fclose(file) != 0) {
        perror(arguments[1]);
        return 1;
    }
    printf("ok    samples: %zu bytes in %s\n", guest->sent_bytes, arguments[1]);
    return 0;
}
