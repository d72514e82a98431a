-- AlterTable
ALTER TABLE "import" ADD COLUMN     "encoding" TEXT,
ADD COLUMN     "repeated" INTEGER NOT NULL DEFAULT 0;
