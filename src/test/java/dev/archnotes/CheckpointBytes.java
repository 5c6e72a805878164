package dev.archnotes;

import dev.archnotes.model.checkpoint.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Headers of checkpoints, made for tests: the weights behind them are counted and not there. */
public final class CheckpointBytes {
    private CheckpointBytes() {}

    /** A header in memory, of a file as long as it says. */
    public record Made(byte[] header, long size) implements Bytes {
        @Override
        public String path() {
            return "made";
        }

        @Override
        public byte[] read(long from, int count) {
            if (from < 0 || count < 0 || from + count > size) {
                throw new AssertionError(count + " bytes from " + from + " of " + size);
            }
            return Arrays.copyOfRange(header, (int) Math.min(from, header.length), (int) from + count);
        }
    }

    /** A safetensors file with this JSON as its header and so many bytes behind it. */
    public static Made safetensors(String json, long data) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        byte[] header = ByteBuffer.allocate(8 + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .array();
        return new Made(header, header.length + data);
    }

    /** A tensor to be written: {@code "a.weight", "BF16", 2, 4, 4} takes two bytes a number. */
    public record Tensor(String name, String format, long bytesEach, List<Long> shape) {
        public static Tensor of(String name, String format, long bytesEach, long... shape) {
            return new Tensor(
                    name, format, bytesEach, Arrays.stream(shape).boxed().toList());
        }

        long bytes() {
            return shape.stream().reduce(bytesEach, Math::multiplyExact);
        }
    }

    /** A safetensors file of these tensors. */
    public static Made safetensors(List<Tensor> tensors) {
        List<String> entries = new ArrayList<>();
        long end = 0;
        for (Tensor tensor : tensors) {
            entries.add("\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                    .formatted(tensor.name(), tensor.format(), tensor.shape(), end, end + tensor.bytes()));
            end += tensor.bytes();
        }
        return safetensors("{" + String.join(",", entries) + "}", end);
    }

    /** Writes a GGUF file number by number. */
    public static final class Gguf {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        public Gguf u32(long number) {
            return number(number, 4);
        }

        public Gguf u64(long number) {
            return number(number, 8);
        }

        private Gguf number(long number, int count) {
            for (int i = 0; i < count; i++) {
                out.write((int) (number >>> 8 * i));
            }
            return this;
        }

        public Gguf text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            u64(bytes.length);
            out.writeBytes(bytes);
            return this;
        }

        /** The beginning of a file of version 3. */
        public Gguf begin(long tensors, long keys) {
            return u32(0x46554747L).u32(3).u64(tensors).u64(keys);
        }

        /** A tensor, with the axis that varies fastest first. */
        public Gguf tensor(String name, long type, long offset, long... sizes) {
            text(name).u32(sizes.length);
            for (long size : sizes) {
                u64(size);
            }
            return u32(type).u64(offset);
        }

        /** The file with so many bytes behind its header, which is filled up to 32. */
        public Made file(long data) {
            long begin = (out.size() + 31) / 32 * 32;
            return new Made(out.toByteArray(), begin + data);
        }

        public byte[] bytes() {
            return out.toByteArray();
        }
    }
}
